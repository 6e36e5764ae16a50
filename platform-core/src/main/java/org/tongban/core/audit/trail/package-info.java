/** The stored audit trail: sealed each minute, anchored each day, searched, exported and checked (CO-55, CO-56). */
@NullMarked
package org.tongban.core.audit.trail;

import org.jspecify.annotations.NullMarked;
