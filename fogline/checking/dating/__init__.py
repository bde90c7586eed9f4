"""Days and hours that cannot all hold (C103, C121-C124, C134, C135, C141, C151).

Order, length, anniversaries, states, weekdays, and the day of writing.
"""
