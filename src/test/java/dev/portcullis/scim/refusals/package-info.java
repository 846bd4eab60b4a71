/** More than a thousand bad requests, none of which may change what is stored. */
@NullMarked
package dev.portcullis.scim.refusals;

import org.jspecify.annotations.NullMarked;
