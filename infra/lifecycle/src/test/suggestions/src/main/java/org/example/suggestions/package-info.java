/** A box for suggestions: written, reviewed, then public. */
@NullMarked
package org.example.suggestions;

import org.jspecify.annotations.NullMarked;
