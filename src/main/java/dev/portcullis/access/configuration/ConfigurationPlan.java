package dev.portcullis.access.configuration;

import java.util.List;

/**
 * What an import does, in the order in which it is done; within a kind by name.
 *
 * @param remove what goes, where that is wanted
 * @param extra what is there, not in the document, and stays
 * @param unchanged how much is there just as the document says
 */
public record ConfigurationPlan(
    List<ConfigurationItem> add,
    List<ConfigurationChange> change,
    List<ConfigurationItem> remove,
    List<ConfigurationItem> extra,
    int unchanged) {}
