package dev.portcullis.access;

import dev.portcullis.permission.Action;

/**
 * A block with its place in the document.
 *
 * @param key such as {@code entities.updateProperties.slackChannelUrl}
 * @param action what the block grants
 */
record KeyedBlock(String key, Action action, PermissionBlock block) {}
