/** Working days: the yearly notices of public holidays and make-up days, and deadlines counted by them (CO-71). */
@NullMarked
package org.tongban.core.calendar;

import org.jspecify.annotations.NullMarked;
