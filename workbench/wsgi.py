"""The WSGI application that gunicorn serves."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "workbench.settings")
application = get_wsgi_application()

from workbench.startup import refuse_demo_users  # noqa: E402  models can be read once the application is made

refuse_demo_users()
