/** How every page of the platform is made: layout, components, style sheet, error pages and the documentation pages. */
@NullMarked
package org.tongban.core.page;

import org.jspecify.annotations.NullMarked;
