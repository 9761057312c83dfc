"""The form as data: what may be asked, read from the folder of its edition."""
