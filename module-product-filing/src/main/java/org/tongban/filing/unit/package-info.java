/** Units that file: the verified organisation, its figures of a year. */
@NullMarked
package org.tongban.filing.unit;

import org.jspecify.annotations.NullMarked;
