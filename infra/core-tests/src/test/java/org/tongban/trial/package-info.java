/** A module as small as one can be that uses every mechanism of the platform, for the tests of core. */
@NullMarked
package org.tongban.trial;

import org.jspecify.annotations.NullMarked;
