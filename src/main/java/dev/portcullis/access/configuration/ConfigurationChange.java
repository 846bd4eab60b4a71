package dev.portcullis.access.configuration;

/** One thing that is to be otherwise; both have the same kind and name. */
public record ConfigurationChange(ConfigurationItem before, ConfigurationItem after) {}
