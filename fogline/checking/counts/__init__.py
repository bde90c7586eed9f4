"""Numbers that cannot all hold (C101, C102, C105, C111-C119).

One slot told twice, totals and their parts, shares, changes, measures, ages, crews, speeds.
"""
