/** The unit's figures of a year: entered, checked, hinted at and locked (PF-10). */
@NullMarked
package org.tongban.filing.asset;

import org.jspecify.annotations.NullMarked;
