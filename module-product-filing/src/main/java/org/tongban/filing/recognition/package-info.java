/** The yearly recognition of patent-intensive products: from candidate to the end of its validity (PF-50 to PF-55, PF-82). */
@NullMarked
package org.tongban.filing.recognition;

import org.jspecify.annotations.NullMarked;
