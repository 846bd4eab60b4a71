/**
 * What went wrong for real users of such systems, each told as a story that ends well here. A class
 * is named after the number under which we collected the complaint.
 */
@NullMarked
package dev.portcullis.stories;

import org.jspecify.annotations.NullMarked;
