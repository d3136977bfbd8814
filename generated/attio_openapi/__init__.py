"""placeholder until regen"""
