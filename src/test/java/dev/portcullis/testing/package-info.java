/** What the tests stand on: the whole server on each database, and a client to talk to it. */
@NullMarked
package dev.portcullis.testing;

import org.jspecify.annotations.NullMarked;
