package dev.portcullis.access.configuration;

/**
 * What is wrong with one thing of a configuration, or odd about it.
 *
 * @param message a sentence; one that begins with a field in backticks is about that field
 */
public record ConfigurationRemark(ConfigurationReference about, String message) {}
