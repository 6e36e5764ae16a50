/** Stages of a round that ask the units of passing products for further information (PF-50). */
@NullMarked
package org.tongban.filing.stage;

import org.jspecify.annotations.NullMarked;
