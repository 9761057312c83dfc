"""The window 汇总: many units' reports watched, checked and added up."""
