package dev.portcullis.scim.filter;

import java.util.Optional;

/**
 * The path of a patch operation as it is written (RFC 7644 §3.5.2): an attribute, some of its
 * values, or a sub-attribute of some of its values.
 *
 * @param attribute with its sub-attribute, where no filter stands between the two
 * @param valueFilter names sub-attributes
 * @param subAttribute behind the filter
 */
public record PathExpression(
    AttributeReference attribute,
    Optional<FilterExpression> valueFilter,
    Optional<String> subAttribute) {}
