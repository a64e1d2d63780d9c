/** The HTTP API. */
@NullMarked
package org.torg.rest;

import org.jspecify.annotations.NullMarked;
