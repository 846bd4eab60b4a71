package dev.portcullis.access.configuration;

/**
 * Names one thing of a configuration.
 *
 * @param key its identifier, or what that is compared by
 */
public record ConfigurationReference(ConfigurationKind kind, String key) {}
