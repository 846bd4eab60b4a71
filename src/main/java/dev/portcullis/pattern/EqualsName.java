package dev.portcullis.pattern;

record EqualsName(String value) implements GroupPattern {}
