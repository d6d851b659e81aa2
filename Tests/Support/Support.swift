import Banken
