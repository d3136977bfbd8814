"""Words that seeds are made of. All people, companies and numbers are made up."""

from __future__ import annotations

from typing import Final

FIRST_NAMES: Final = tuple(
    (  # noqa: SIM905 - sixty quotes say less
        "Ada Alan Amara Anders Anika Asha Ben Bianca Carlos Chiara Chen Clara Daniel Dara Diego Edith Elif Emil "
        "Esther Farah Felix Fiona George Grace Hana Hassan Ines Ivan Jana Joao Julia Kai Kenji Lars Leila Lena Liam "
        "Lucia Maja Marco Maya Mehmet Mina Nadia Nils Noor Olga Omar Paula Priya Rahul Rosa Sara Sven Tariq Tove "
        "Uma Victor Wen Yara Zoe"
    ).split()
)
LAST_NAMES: Final = tuple(
    (  # noqa: SIM905 - eighty quotes say less
        "Abara Ahmed Almeida Andersson Baker Bauer Bennett Bianchi Brandt Brown Campos Castillo Chandra Clarke Cohen "
        "Costa Demir Diaz Dubois Dupont Eriksen Fischer Fontaine Garcia Girard Gupta Haddad Hansen Hoffmann Hughes "
        "Ibrahim Ivanova Jansen Johansson Kaya Keller Khan Kim Kowalski Kruger Laurent Lehmann Lindqvist Lopez Marino "
        "Martin Meyer Moreau Nakamura Nielsen Novak Okafor Olsen Park Patel Petrov Popescu Quinn Ramos Rossi Sato "
        "Schmidt Silva Singh Sorensen Tanaka Torres Turner Vance Varga Virtanen Wagner Walsh Weber Wilson Wong Yilmaz "
        "Young Zhang Ziegler"
    ).split()
)
JOB_TITLES: Final = (
    "Account Executive",
    "Chief Executive Officer",
    "Chief Technology Officer",
    "Customer Success Lead",
    "Data Analyst",
    "Designer",
    "Finance Director",
    "Head of Growth",
    "Head of Operations",
    "Marketing Manager",
    "Operations Manager",
    "Product Manager",
    "Recruiter",
    "Sales Director",
    "Software Engineer",
)
COMPANY_STEMS: Final = tuple(
    (  # noqa: SIM905 - forty quotes say less
        "Alder Amber Anchor Arbor Atlas Aurora Basalt Beacon Birch Bright Cedar Cinder Cobalt Copper Coral Delta Ember "
        "Fable Falcon Fern Flint Harbor Hazel Indigo Iris Juniper Kestrel Larch Lumen Maple Marble Meadow North Onyx "
        "Orchard Pine Quartz Raven River Sable Slate Solstice Summit Thistle Umber Velvet Willow Zephyr"
    ).split()
)
COMPANY_KINDS: Final = (
    "Analytics",
    "Cloud",
    "Energy",
    "Foods",
    "Freight",
    "Health",
    "Labs",
    "Logistics",
    "Media",
    "Robotics",
    "Software",
    "Studio",
)
# line_1, locality, region, postcode, country
PLACES: Final = (
    ("12 Mission Street", "San Francisco", "California", "94105", "US"),
    ("400 Congress Avenue", "Austin", "Texas", "78701", "US"),
    ("21 Finsbury Square", "London", "England", "EC2A 1AE", "GB"),
    ("Torstrasse 49", "Berlin", "Berlin", "10119", "DE"),
    ("8 Rue de Paradis", "Paris", "Ile-de-France", "75010", "FR"),
    ("Keizersgracht 210", "Amsterdam", "North Holland", "1016", "NL"),
    ("Sveavagen 44", "Stockholm", "Stockholm", "11134", "SE"),
    ("Rua Augusta 90", "Lisbon", "Lisbon", "1100", "PT"),
    ("Carrer de Pallars 85", "Barcelona", "Catalonia", "08018", "ES"),
    ("3 Church Street", "Singapore", None, "049483", "SG"),
)
# Numbers of the form +1 <area> 555 01xx are kept for fiction.
AREA_CODES: Final = ("212", "303", "312", "404", "415", "503", "512", "617", "702", "808")
