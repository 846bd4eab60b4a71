package dev.portcullis.directory;

/**
 * A user with everything that decides about rights.
 *
 * @param connectionEnabled whether the user's connection is alive and enabled; true for one who has
 *     none
 */
public record KnownPerson(User user, boolean connectionEnabled, PersonDetails details) {}
