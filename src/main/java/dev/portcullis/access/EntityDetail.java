package dev.portcullis.access;

/**
 * What readers want beside the entities themselves.
 *
 * @param titles those of what the entities relate to
 * @param calculated what is counted of people and teams
 */
public record EntityDetail(boolean titles, boolean calculated) {}
