"""From passages marked by hand (training/GUIDE.md) to weights: reading the marks, the network, its losses, the recipe.

Needs the extra ``training`` (torch); nothing that reads reports imports this package.
"""
