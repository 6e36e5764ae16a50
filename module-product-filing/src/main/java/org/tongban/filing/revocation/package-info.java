/** Revocations of filed products: asked by the unit and reviewed, or confirmed once all patents have lapsed (PF-35). */
@NullMarked
package org.tongban.filing.revocation;

import org.jspecify.annotations.NullMarked;
