/** The third tier of proof: what the platform must survive and refuse, against real processes and in number. */
@NullMarked
package org.tongban.faults;

import org.jspecify.annotations.NullMarked;
