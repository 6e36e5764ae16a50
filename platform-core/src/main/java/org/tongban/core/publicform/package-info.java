/** Public forms as portals work with them: found, asked step by step, handed in, followed; the pages are the portal's. */
@NullMarked
package org.tongban.core.publicform;

import org.jspecify.annotations.NullMarked;
