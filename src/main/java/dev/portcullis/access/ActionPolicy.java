package dev.portcullis.access;

import dev.portcullis.jq.JqProgram;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The policy of an action's scope.
 *
 * @param queries by name, each a combinator with rules whose values may hold templates
 * @param conditions in their order
 */
record ActionPolicy(Map<String, @Nullable Object> queries, List<JqProgram> conditions) {}
