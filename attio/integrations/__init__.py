"""What ties this library to others; each module imports its library when it is used."""
