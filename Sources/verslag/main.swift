print("verslag")
