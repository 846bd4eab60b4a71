package dev.portcullis.permission;

/** The question: may this subject do this with that resource? */
public record AccessRequest(Subject subject, Action action, Resource resource) {}
