package dev.portcullis.connection;

/**
 * What this deployment allows of connections.
 *
 * @param insecureIssuers whether issuers may be plain http and on loopback or private addresses;
 *     for development
 */
public record ConnectionBounds(boolean insecureIssuers) {}
