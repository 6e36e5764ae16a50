/** The OpenAPI description: finished at build time for each module, merged at start (CO-13). */
@NullMarked
package org.tongban.core.web.openapi;

import org.jspecify.annotations.NullMarked;
