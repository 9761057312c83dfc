"""The bytes of a project file: header, body, older versions, what can be rescued."""
