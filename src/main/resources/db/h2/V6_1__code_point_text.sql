-- Text that compares by code point. H2 compares by UTF-16 unit, which differs only where a character beyond U+FFFF meets
-- one from U+E000 to U+FFFF.
create domain code_point_text as varchar;
