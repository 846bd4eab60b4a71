package dev.portcullis.pattern;

record StartsWith(String value) implements GroupPattern {}
