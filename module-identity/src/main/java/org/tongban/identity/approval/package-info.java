/** Who decides in an organisation, and their decisions on the applications of handlers (ID-15). */
@NullMarked
package org.tongban.identity.approval;

import org.jspecify.annotations.NullMarked;
