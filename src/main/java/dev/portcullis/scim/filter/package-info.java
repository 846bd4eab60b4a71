/** Filters of RFC 7644 §3.4.2.2: bounded before they are parsed, and turned into queries. */
@NullMarked
package dev.portcullis.scim.filter;

import org.jspecify.annotations.NullMarked;
