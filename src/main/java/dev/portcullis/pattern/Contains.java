package dev.portcullis.pattern;

record Contains(String value) implements GroupPattern {}
