/** The agreements that modules declare: versions that staff publish, and who accepted which (CO-33). */
@NullMarked
package org.tongban.core.agreement;

import org.jspecify.annotations.NullMarked;
