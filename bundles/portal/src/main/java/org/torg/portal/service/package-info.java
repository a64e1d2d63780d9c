/** The pages of capabilities: asked for behind a guard, read from their forms, rendered here. */
@org.jspecify.annotations.NullMarked
package org.torg.portal.service;
