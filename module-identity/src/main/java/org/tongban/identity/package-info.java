/** Natural persons, organisations and the handlers who act for them, as one registry with several ways to enrol. */
@NullMarked
package org.tongban.identity;

import org.jspecify.annotations.NullMarked;
