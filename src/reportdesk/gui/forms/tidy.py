# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'tidy.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QMetaObject)
from PySide6.QtWidgets import (QAbstractItemView, QFrame,
    QHBoxLayout, QLabel, QListView, QListWidget,
    QPushButton, QSizePolicy, QSpacerItem,
    QVBoxLayout)

class Ui_Tidy(object):
    def setupUi(self, Tidy):
        if not Tidy.objectName():
            Tidy.setObjectName(u"Tidy")
        Tidy.resize(760, 540)
        self.outer = QVBoxLayout(Tidy)
        self.outer.setSpacing(12)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(20, 20, 20, 16)
        self.lead = QLabel(Tidy)
        self.lead.setObjectName(u"lead")
        self.lead.setWordWrap(True)

        self.outer.addWidget(self.lead)

        self.list = QListWidget(Tidy)
        self.list.setObjectName(u"list")
        self.list.setWordWrap(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setSpacing(4)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

        self.outer.addWidget(self.list)

        self.button_row = QHBoxLayout()
        self.button_row.setSpacing(8)
        self.button_row.setObjectName(u"button_row")
        self.all = QPushButton(Tidy)
        self.all.setObjectName(u"all")

        self.button_row.addWidget(self.all)

        self.none = QPushButton(Tidy)
        self.none.setObjectName(u"none")

        self.button_row.addWidget(self.none)

        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.button_row.addItem(self.gap)

        self.ok = QPushButton(Tidy)
        self.ok.setObjectName(u"ok")

        self.button_row.addWidget(self.ok)

        self.cancel = QPushButton(Tidy)
        self.cancel.setObjectName(u"cancel")

        self.button_row.addWidget(self.cancel)


        self.outer.addLayout(self.button_row)


        self.retranslateUi(Tidy)
        self.ok.clicked.connect(Tidy.accept)
        self.cancel.clicked.connect(Tidy.reject)

        self.ok.setDefault(True)


        QMetaObject.connectSlotsByName(Tidy)
    # setupUi

    def retranslateUi(self, Tidy):
        Tidy.setWindowTitle(QCoreApplication.translate("Tidy", u"\u6574\u7406\u6587\u5b57", None))
#if QT_CONFIG(accessibility)
        self.list.setAccessibleName(QCoreApplication.translate("Tidy", u"\u6574\u7406\u5efa\u8bae", None))
#endif // QT_CONFIG(accessibility)
        self.all.setText(QCoreApplication.translate("Tidy", u"\u5168\u90e8\u52fe\u9009(&A)", None))
        self.none.setText(QCoreApplication.translate("Tidy", u"\u5168\u90e8\u4e0d\u52fe(&N)", None))
        self.ok.setText(QCoreApplication.translate("Tidy", u"\u6574\u7406", None))
        self.cancel.setText(QCoreApplication.translate("Tidy", u"\u53d6\u6d88", None))
    # retranslateUi

