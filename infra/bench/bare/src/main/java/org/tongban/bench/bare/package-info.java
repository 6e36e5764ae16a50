/** The least application on the platform's stack: its SQL, its pool and its JSON, without security, audit and views. */
@NullMarked
package org.tongban.bench.bare;

import org.jspecify.annotations.NullMarked;
