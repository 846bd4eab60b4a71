package dev.portcullis.signin;

/**
 * One thing that {@link IssuerCheck} looked at.
 *
 * @param check its name, such as {@code keys}
 * @param detail what was found
 * @param fix what to change, or what to copy into the provider's forms; empty where all is well
 */
public record Finding(String check, boolean ok, String detail, String fix) {}
