/** What holds for every request: its id, its bounds, its headers, and how a failure is told. */
@NullMarked
package org.torg.rest.http;

import org.jspecify.annotations.NullMarked;
