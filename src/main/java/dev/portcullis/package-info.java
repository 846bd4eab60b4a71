/** The server: its start, its settings and its filter chains. */
@NullMarked
package dev.portcullis;

import org.jspecify.annotations.NullMarked;
