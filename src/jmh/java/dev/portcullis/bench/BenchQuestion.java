package dev.portcullis.bench;

import java.util.List;

/**
 * A question as every engine can be asked it.
 *
 * @param roles Port's names of the roles that the person holds
 * @param owners the teams that own the entity
 */
record BenchQuestion(
    String person,
    List<String> roles,
    List<String> teams,
    String action,
    String blueprint,
    String entity,
    List<String> owners) {}
